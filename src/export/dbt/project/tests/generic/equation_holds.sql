{# T002 #}
{% test equation_holds(model) %}
{{ config(severity=tieout.severity_of('T002'), enabled=tieout.is_on('T002'), meta={'rule': 'T002'}) }}
select {{ tieout.failing(
  "'assets are ' || " ~ tieout.shown('reported') ~ " || ', liabilities and equity ' || " ~ tieout.shown('calculated'),
  reported='reported', calculated='calculated', difference='difference') }}
from {{ model }}
where rule = 'T002' and status = 'differs'
{% endtest %}
