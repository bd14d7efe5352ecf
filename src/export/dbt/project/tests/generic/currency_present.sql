{# D006 #}
{% test currency_present(model) %}
{{ config(severity=tieout.severity_of('D006'), enabled=tieout.is_on('D006'), meta={'rule': 'D006'}) }}
select {{ tieout.failing_statement("'no currency is named'") }}
from {{ model }}
where currencies = 0
{% endtest %}
