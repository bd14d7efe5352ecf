{# D001 #}
{% test date_present(model) %}
{{ config(severity=tieout.severity_of('D001'), enabled=tieout.is_on('D001'), meta={'rule': 'D001'}) }}
select {{ tieout.failing_statement("'no date: neither an as-of date nor a created or changed timestamp'") }}
from {{ model }}
where dates = 0
{% endtest %}
