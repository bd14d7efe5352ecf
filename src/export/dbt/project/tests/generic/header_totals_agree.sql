{# T004 #}
{% test header_totals_agree(model) %}
{{ config(severity=tieout.severity_of('T004'), enabled=tieout.is_on('T004'), meta={'rule': 'T004'}) }}
select {{ tieout.failing(
  tieout.quoted('path') ~ " || ' is ' || " ~ tieout.shown('reported') ~ " || ', but the tree has ' || " ~ tieout.shown('calculated'),
  reported='reported', calculated='calculated', difference='difference') }}
from {{ model }}
where rule = 'T004' and status = 'differs'
{% endtest %}
