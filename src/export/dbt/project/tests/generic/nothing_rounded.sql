{# T005 #}
{% test nothing_rounded(model) %}
{{ config(severity=tieout.severity_of('T005'), enabled=tieout.is_on('T005'), meta={'rule': 'T005'}) }}
select {{ tieout.failing(
  tieout.quoted('path') ~ " || ' differs by ' || " ~ tieout.shown('difference') ~ " || ', which rounding explains'",
  reported='reported', calculated='calculated', difference='difference') }}
from {{ model }}
where status = 'rounding'
{% endtest %}
