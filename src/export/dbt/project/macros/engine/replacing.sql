{# How an incremental model replaces the periods that came anew. #}
{% macro replacing() %}
  {% if target.type in ['bigquery', 'databricks'] or (tieout.is_iceberg() and target.type in ['spark', 'glue', 'athena']) %}
    {{ return('merge') }}
  {% elif target.type in ['spark', 'glue', 'athena'] %}{{ return('insert_overwrite') }}
  {% endif %}
  {{ return('delete+insert') }}
{% endmacro %}

{# What is replaced together: all of a period, or each balance where the engine can only merge row by row. #}
{% macro replaced_together() %}
  {{ return('balance_key' if tieout.replacing() == 'merge' else ['entity_key', 'period_key']) }}
{% endmacro %}

{% macro is_iceberg() %}{{ return(var('table_format', 'default') == 'iceberg') }}{% endmacro %}
