{# The JSON documents of the raw files: the whole file, the elements of its list, or its lines. #}
{% macro documents() %}{{ return(adapter.dispatch('documents', 'tieout')()) }}{% endmacro %}

{# Whether a text is JSON: DuckDB lets a comma before a bracket pass, and numbers that are none. #}
{% macro duckdb__is_json(text) %}
  (json_valid({{ text }}) and not regexp_matches(
    regexp_replace({{ text }}, '"(?:[^"\\]|\\.)*"', '""', 'g'),
    ',\s*[]}]|[nN][aA][nN]|[iI][nN][fF]'
  ))
{% endmacro %}

{# JSON with its numbers as texts, so that their digits stay as written: what stands within quotes is passed over. #}
{% macro duckdb__numbers_quoted(json) %}
  replace(replace(regexp_replace(
    {{ json }},
    '("(?:[^"\\]|\\.)*")|(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)',
    '\1' || chr(1) || '\2' || chr(1),
    'g'
  ), chr(1) || chr(1), ''), chr(1), '"')
{% endmacro %}

{% macro duckdb__documents() %}
with file as (
  select
    regexp_extract(filename, '[^/\\]+$') as file_name,
    last_modified as loaded_at,
    ltrim(content, chr(65279)) as content
  from {{ source('raw', 'raw_file') }}
),
shaped as (
  select *, case when {{ tieout.duckdb__is_json('content') }} then json_type(content) else 'LINES' end as shape from file
),
document as (
  select file_name, loaded_at, 0 as nth, {{ tieout.duckdb__numbers_quoted('content') }} as text, true as is_json
  from shaped
  where shape not in ('ARRAY', 'LINES')
  union all
  select s.file_name, s.loaded_at, cast(e.key as bigint), cast(e.value as varchar), true
  from shaped as s,
    json_each(case when s.shape = 'ARRAY' then {{ tieout.duckdb__numbers_quoted('s.content') }} else '[]' end) as e
  union all
  select file_name, loaded_at, nth, {{ tieout.duckdb__numbers_quoted('line') }}, {{ tieout.duckdb__is_json('line') }}
  from (
    select file_name, loaded_at, generate_subscripts(lines, 1) as nth, unnest(lines) as line
    from (select *, string_split(content, chr(10)) as lines from shaped where shape = 'LINES')
  )
)
select
  file_name,
  loaded_at,
  nth,
  is_json and coalesce(json_type(case when is_json then text end) = 'OBJECT', false) as is_object,
  case when is_json then cast(text as json) end as document
from document
where trim(text, ' ' || chr(9) || chr(13)) <> ''
{% endmacro %}

{% macro spark__documents() %}
with file as (
  select file_name, loaded_at, ltrim(chr(65279), value) as content from {{ source('raw', 'raw_file') }}
),
shaped as (
  select
    *,
    case
      when substr(ltrim(content), 1, 1) = '[' and from_json(content, 'array<string>') is not null then 'list'
      when substr(ltrim(content), 1, 1) = '{' and try_parse_json(content) is not null then 'object'
      else 'lines'
    end as shape
  from file
),
document as (
  select file_name, loaded_at, 0 as nth, content as text from shaped where shape = 'object'
  union all
  select file_name, loaded_at, at, item
  from shaped lateral view posexplode(from_json(content, 'array<string>')) e as at, item
  where shape = 'list'
  union all
  select file_name, loaded_at, at, item
  from shaped lateral view posexplode(split(content, '\n')) e as at, item
  where shape = 'lines'
)
select
  file_name,
  loaded_at,
  cast(nth as bigint) as nth,
  coalesce(try_parse_json(text) is not null and substr(ltrim(text), 1, 1) = '{', false) as is_object,
  text as document
from document
where trim(text) <> ''
{% endmacro %}
