{# What the flattening asks of JSON, for DuckDB and for Spark. Every value comes as text; objects and lists come as JSON. #}

{# One row for each field of an object: `field`, `field_order`, `value`, `shape` (object, list, null or value). #}
{% macro each_field(relation, json) %}{{ return(adapter.dispatch('each_field', 'tieout')(relation, json)) }}{% endmacro %}
{% macro duckdb__each_field(relation, json) %}
  select
    r.*,
    e.key as field,
    cast(e.rowid as bigint) as field_order,
    e.value ->> '$' as value,
    case e.type when 'OBJECT' then 'object' when 'ARRAY' then 'list' when 'NULL' then 'null' else 'value' end as shape
  from {{ relation }} as r, json_each(r.{{ json }}) as e
{% endmacro %}
{% macro spark__each_field(relation, json) %}
  select
    r.*,
    e_entry.key as field,
    cast(e_at as bigint) as field_order,
    e_entry.value as value,
    case
      when e_entry.value is null then 'null'
      when substr(e_entry.value, 1, 1) = '{' then 'object'
      when substr(e_entry.value, 1, 1) = '[' then 'list'
      else 'value'
    end as shape
  from {{ relation }} as r
  lateral view posexplode(map_entries(from_json(r.{{ json }}, 'map<string,string>'))) e as e_at, e_entry
{% endmacro %}

{# One row for each element of a list: `item_order`, `item`, and whether it `is_object`. #}
{% macro each_item(relation, json) %}{{ return(adapter.dispatch('each_item', 'tieout')(relation, json)) }}{% endmacro %}
{% macro duckdb__each_item(relation, json) %}
  select r.*, cast(e.key as bigint) as item_order, e.value as item, e.type = 'OBJECT' as is_object
  from {{ relation }} as r, json_each(case when json_type(r.{{ json }}) = 'ARRAY' then r.{{ json }} else '[]' end) as e
{% endmacro %}
{% macro spark__each_item(relation, json) %}
  select r.*, cast(e_at as bigint) as item_order, e_item as item, coalesce(substr(e_item, 1, 1) = '{', false) as is_object
  from {{ relation }} as r
  lateral view posexplode(from_json(case when substr(r.{{ json }}, 1, 1) = '[' then r.{{ json }} else '[]' end, 'array<string>')) e as e_at, e_item
{% endmacro %}

{# The value of a field of an object as text. #}
{% macro field(json, key) %}{{ return(adapter.dispatch('field', 'tieout')(json, key)) }}{% endmacro %}
{% macro duckdb__field(json, key) %}{{ return("(" ~ json ~ " ->> '$.\"" ~ key ~ "\"')") }}{% endmacro %}
{% macro spark__field(json, key) %}{{ return("element_at(from_json(" ~ json ~ ", 'map<string,string>'), '" ~ key ~ "')") }}{% endmacro %}

{# The value of a field of an object as JSON, if it is a list. #}
{% macro list_field(json, key) %}{{ return(adapter.dispatch('list_field', 'tieout')(json, key)) }}{% endmacro %}
{% macro duckdb__list_field(json, key) %}{{ return("(" ~ json ~ " -> '$.\"" ~ key ~ "\"')") }}{% endmacro %}
{% macro spark__list_field(json, key) %}{{ return(tieout.spark__field(json, key)) }}{% endmacro %}

{# Whether a field holds something that is no list. #}
{% macro is_no_list(json, key) %}{{ return(adapter.dispatch('is_no_list', 'tieout')(json, key)) }}{% endmacro %}
{% macro duckdb__is_no_list(json, key) %}
  {{ return("coalesce(json_type(" ~ json ~ ", '$.\"" ~ key ~ "\"') not in ('ARRAY', 'NULL'), false)") }}
{% endmacro %}
{% macro spark__is_no_list(json, key) %}{{ return("coalesce(" ~ tieout.spark__field(json, key) ~ " not like '[%', false)") }}{% endmacro %}

{# What an object has beside its known fields, as a JSON object; nothing if it has nothing. #}
{% macro beside(json, keys) %}{{ return(adapter.dispatch('beside', 'tieout')(json, keys)) }}{% endmacro %}
{% macro duckdb__beside(json, keys) %}
  {% set without = [] %}
  {% for key in keys %}{% do without.append('"' ~ key ~ '":null') %}{% endfor %}
  {{ return("nullif(cast(json_merge_patch(" ~ json ~ ", '{" ~ (without | join(',')) ~ "}') as varchar), '{}')") }}
{% endmacro %}
{% macro spark__beside(json, keys) %}
  {{ return("nullif(to_json(map_filter(from_json(" ~ json ~ ", 'map<string,string>'), (k, v) -> k not in ('" ~ (keys | join("', '")) ~ "'))), '{}')") }}
{% endmacro %}

{# A JSON object of the rows of a group. #}
{% macro object_of(key, value, order, where) %}{{ return(adapter.dispatch('object_of', 'tieout')(key, value, order, where)) }}{% endmacro %}
{% macro duckdb__object_of(key, value, order, where) %}
  {{ return("cast(to_json(map_from_entries(list(struct_pack(k := " ~ key ~ ", v := " ~ value ~ ") order by " ~ order ~ ") filter (where " ~ where ~ "))) as varchar)") }}
{% endmacro %}
{% macro spark__object_of(key, value, order, where) %}
  {{ return("nullif(to_json(map_from_entries(transform(array_sort(collect_list(case when " ~ where ~ " then struct(" ~ order ~ " as o, " ~ key ~ " as k, " ~ value ~ " as v) end)), e -> struct(e.k, e.v)))), '{}')") }}
{% endmacro %}
