{# S008 #}
{% test field_known(model, of='line') %}
{{ config(severity=tieout.severity_of('S008'), enabled=tieout.is_on('S008'), meta={'rule': 'S008'}) }}
{% if of == 'line' %}
select {{ tieout.failing("'fields that are not known: ' || extra") }}
{% else %}
select {{ tieout.failing_statement("'fields that are not known: ' || extra") }}
{% endif %}
from {{ model }}
where extra is not null
{% endtest %}
