{# V006 #}
{% test amount_fits(model) %}
{{ config(severity=tieout.severity_of('V006'), enabled=tieout.is_on('V006'), meta={'rule': 'V006'}) }}
select {{ tieout.failing("'the amount of ' || " ~ tieout.quoted('name') ~ " || ', ' || " ~ tieout.quoted('amount_text') ~ " || ', does not fit ' || '" ~ tieout.whole_digits() ~ " digits before and " ~ var('scale') ~ " behind the point'", reported='amount_text') }}
from {{ model }}
where amount is null and {{ tieout.is_plain('amount_text') }}
{% endtest %}
