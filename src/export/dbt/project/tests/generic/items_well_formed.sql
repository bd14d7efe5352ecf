{# S010 #}
{% test items_well_formed(model) %}
{{ config(severity=tieout.severity_of('S010'), enabled=tieout.is_on('S010'), meta={'rule': 'S010'}) }}
select {{ tieout.failing("'items of ' || " ~ tieout.quoted('name') ~ " || ' are no list of objects'", reported='amount') }}
from {{ model }}
where items_malformed
{% endtest %}
