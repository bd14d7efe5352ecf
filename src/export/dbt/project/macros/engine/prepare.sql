{# What has to be there before the first model: on Spark, tables over the raw files and the shipped ones. #}
{% macro prepare() %}
  {% if execute and flags.WHICH in ['build', 'run', 'test', 'snapshot', 'seed'] %}
    {{ return(adapter.dispatch('prepare', 'tieout')()) }}
  {% endif %}
{% endmacro %}

{% macro default__prepare() %}{% endmacro %}

{% macro spark__prepare() %}
  {% set data = env_var('TIEOUT_DATA', env_var('PWD', '.') ~ '/data') | replace("'", "") %}
  {% set schema = target.schema ~ '_shipped' %}
  {# A sum of decimals keeps its decimals, and is an error where they do not fit. #}
  {% do run_query("set spark.sql.decimalOperations.allowPrecisionLoss = false") %}
  {% do run_query("create schema if not exists " ~ schema) %}
  {% do run_query("drop table if exists " ~ schema ~ ".raw_text") %}
  {% do run_query("create table " ~ schema ~ ".raw_text using text options (path '" ~ data ~ "/raw', wholetext 'true')") %}
  {% do run_query("create or replace view " ~ schema ~ ".raw_file as select _metadata.file_name as file_name, _metadata.file_modification_time as loaded_at, value from " ~ schema ~ ".raw_text") %}
  {% for table in ['known', 'line', 'fact_balance'] %}
    {% do run_query("drop table if exists " ~ schema ~ "." ~ table) %}
    {% do run_query("create table " ~ schema ~ "." ~ table ~ " using csv options (path '" ~ data ~ "/" ~ table ~ ".csv', header 'true', multiLine 'true', quote '\"', escape '\"')") %}
  {% endfor %}
{% endmacro %}
