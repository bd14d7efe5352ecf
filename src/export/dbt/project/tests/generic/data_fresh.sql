{# D005 #}
{% test data_fresh(model) %}
{{ config(severity=tieout.severity_of('D005'), enabled=tieout.is_on('D005'), meta={'rule': 'D005'}) }}
select {{ tieout.failing_statement("'the newest date is ' || cast(newest_day as " ~ tieout.text_type() ~ ")") }}
from {{ model }}
where {% if var('freshness_days') is none %}1 = 0{% else %}{{ dbt.datediff('newest_day', tieout.this_day(), 'day') }} > {{ var('freshness_days') | int }}{% endif %}
{% endtest %}
