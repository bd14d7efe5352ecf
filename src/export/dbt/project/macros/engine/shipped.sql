{# A table that came with the project: read where it lies, or as `dbt seed` loaded it. All of its cells are texts. #}
{% macro shipped(name) %}
  {% if tieout.in_engine() %}{{ return(source('shipped', name)) }}{% endif %}
  {{ return(ref(name)) }}
{% endmacro %}

{# Whether a file in data/raw came with the project. #}
{% macro is_shipped(file_name) %}
  {{ return(file_name ~ " in (select name from " ~ tieout.shipped('known') ~ " where kind = 'file')") }}
{% endmacro %}
