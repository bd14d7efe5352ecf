{# V002 #}
{% test amount_present(model) %}
{{ config(severity=tieout.severity_of('V002'), enabled=tieout.is_on('V002'), meta={'rule': 'V002'}) }}
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has no amount'") }}
from {{ model }}
where amount_text is null
{% endtest %}
