{# S004 #}
{% test name_present(model) %}
{{ config(severity=tieout.severity_of('S004'), enabled=tieout.is_on('S004'), meta={'rule': 'S004'}) }}
select {{ tieout.failing("'a line in ' || " ~ tieout.quoted('parent_name') ~ " || ' has no name'", reported='amount') }}
from {{ model }}
where level > 0 and {{ tieout.trimmed("coalesce(name, '')") }} = ''
{% endtest %}
