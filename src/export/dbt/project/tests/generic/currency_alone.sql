{# D007 #}
{% test currency_alone(model) %}
{{ config(severity=tieout.severity_of('D007'), enabled=tieout.is_on('D007'), meta={'rule': 'D007'}) }}
select {{ tieout.failing_statement("'more than one currency'") }}
from {{ model }}
where currencies > 1
{% endtest %}
