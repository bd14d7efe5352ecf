{# T003 #}
{% test total_present(model) %}
{{ config(severity=tieout.severity_of('T003'), enabled=tieout.is_on('T003'), meta={'rule': 'T003'}) }}
select {{ tieout.failing(tieout.quoted('name') ~ " || ' states no total over its items'") }}
from {{ model }}
where (is_group or items_malformed) and not is_bare and amount_text is null
{% endtest %}
