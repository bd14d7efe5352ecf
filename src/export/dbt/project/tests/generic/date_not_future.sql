{# D004 #}
{% test date_not_future(model) %}
{{ config(severity=tieout.severity_of('D004'), enabled=tieout.is_on('D004'), meta={'rule': 'D004'}) }}
select {{ tieout.failing_statement("'as of ' || cast(as_of_day as " ~ tieout.text_type() ~ ") || ', which is after today'") }}
from {{ model }}
where as_of_day > {{ tieout.this_day() }}
{% endtest %}
