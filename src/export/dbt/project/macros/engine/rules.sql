{# How a rule counts: `error`, `warn`, or nothing if it is off. #}
{% macro severity_of(rule) %}
  {% set level = var('rules').get(rule, 'error') %}
  {{ return('error' if level == 'error' else 'warn') }}
{% endmacro %}

{% macro is_on(rule) %}{{ return(var('rules').get(rule, 'error') != 'off') }}{% endmacro %}
