{# D002 #}
{% test date_exists(model) %}
{{ config(severity=tieout.severity_of('D002'), enabled=tieout.is_on('D002'), meta={'rule': 'D002'}) }}
select {{ tieout.failing_statement("'a date that does not exist or is not written as one'") }}
from {{ model }}
where odd_dates > 0
{% endtest %}
