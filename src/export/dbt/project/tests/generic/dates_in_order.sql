{# D003 #}
{% test dates_in_order(model) %}
{{ config(severity=tieout.severity_of('D003'), enabled=tieout.is_on('D003'), meta={'rule': 'D003'}) }}
select {{ tieout.failing_statement("'it begins on ' || cast(start_day as " ~ tieout.text_type() ~ ") || ', after it ends on ' || cast(as_of_day as " ~ tieout.text_type() ~ ")") }}
from {{ model }}
where start_day > as_of_day
{% endtest %}
