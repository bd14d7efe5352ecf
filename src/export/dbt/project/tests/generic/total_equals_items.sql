{# T001 #}
{% test total_equals_items(model) %}
{{ config(severity=tieout.severity_of('T001'), enabled=tieout.is_on('T001'), meta={'rule': 'T001'}) }}
select {{ tieout.failing(
  tieout.quoted('name') ~ " || ' is reported as ' || " ~ tieout.shown('amount') ~ " || ', but its items add up to ' || " ~ tieout.shown('calculated'),
  reported='amount', calculated='calculated', difference='difference') }}
from {{ model }}
where status = 'differs'
{% endtest %}
