{# V001 #}
{% test amount_readable(model) %}
{{ config(severity=tieout.severity_of('V001'), enabled=tieout.is_on('V001'), meta={'rule': 'V001'}) }}
select {{ tieout.failing("'the amount of ' || " ~ tieout.quoted('name') ~ " || ' is ' || " ~ tieout.quoted('amount_text') ~ " || ', which cannot be read as one number'", reported='amount_text') }}
from {{ model }}
where amount_text is not null and not {{ tieout.is_plain('amount_text') }}
{% endtest %}
