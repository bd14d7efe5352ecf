{{ config(enabled=tieout.in_engine()) }}
{%- set deepest = var('levels') - 1 + var('spare_levels') -%}

-- One row a line, as it stands in the file: each level from the items of the one above it.
with header as (
  select * from {{ ref('stg_header') }}
),
listed_sections as (
  select statement_id, value as sections from header where field = 'tieout_sections' and shape = 'list'
),
rewritten as (
  {{ tieout.each_item('listed_sections', 'sections') }}
),
section as (
  select
    statement_id,
    field_order as root_order,
    field as section_key,
    case when lower(field) in ('assets', 'liabilities', 'equity') then lower(field) else field end as section,
    lower(field) in ('assets', 'liabilities', 'equity') as is_known,
    false as is_bare,
    value as node
  from header
  where
    shape = 'object'
    and not is_envelope
    and field not in ('platform_data', 'metadata', 'connection')
  union all
  select
    statement_id,
    item_order,
    coalesce({{ tieout.field('item', 'tieout_key') }}, ''),
    coalesce({{ tieout.field('item', 'tieout_section') }}, ''),
    true,
    coalesce({{ tieout.field('item', 'tieout_bare') }} = 'true', false),
    item
  from rewritten
  where is_object
),
level_0 as {{ tieout.once() }} (
  select
    statement_id,
    root_order,
    section_key,
    section,
    is_known,
    is_bare,
    cast('' as {{ tieout.text_type() }}) as parent_id,
    cast('' as {{ tieout.text_type() }}) as parent_name,
    0 as level,
    lpad(cast(root_order as {{ tieout.text_type() }}), 8, '0') as place,
    case
      when coalesce({{ tieout.field('node', 'name') }}, '') = '' then section_key
      else {{ tieout.field('node', 'name') }}
    end as name,
    case
      when coalesce({{ tieout.field('node', 'name') }}, '') = '' then section_key
      else {{ tieout.field('node', 'name') }}
    end as path,
    {{ tieout.key_of(["'/'", 'section', "'#'", "cast(row_number() over (partition by statement_id, section order by root_order) as " ~ tieout.text_type() ~ ")"]) }}
      as line_id,
    node
  from section
),
{% for level in range(1, deepest + 1) %}
above_{{ level }} as (
  select *, {{ tieout.list_field('node', 'items') }} as items from level_{{ level - 1 }}
),
item_{{ level }} as (
  {{ tieout.each_item('above_' ~ level, 'items') }}
),
level_{{ level }} as {{ tieout.once() }} (
  select
    statement_id,
    root_order,
    section_key,
    section,
    is_known,
    false as is_bare,
    line_id as parent_id,
    name as parent_name,
    {{ level }} as level,
    place || lpad(cast(item_order as {{ tieout.text_type() }}), 8, '0') as place,
    coalesce({{ tieout.field('item', 'name') }}, '') as name,
    path || ' > ' || coalesce({{ tieout.field('item', 'name') }}, '') as path,
    {{ tieout.key_of(['line_id', "'/'", "coalesce(" ~ tieout.field('item', 'name') ~ ", '')", "'#'",
        "cast(row_number() over (partition by statement_id, line_id, coalesce(" ~ tieout.field('item', 'name') ~ ", '') order by item_order) as " ~ tieout.text_type() ~ ")"]) }}
      as line_id,
    item as node
  from item_{{ level }}
  where is_object
),
{% endfor %}
node as (
  {% for level in range(0, deepest + 1) %}
  select * from level_{{ level }}
  {% if not loop.last %}union all{% endif %}
  {% endfor %}
),
read as (
  select
    statement_id,
    root_order,
    section_key,
    section,
    is_known,
    is_bare,
    parent_id,
    parent_name,
    level,
    place,
    name,
    path,
    line_id,
    case when {{ tieout.trimmed(tieout.field('node', 'account_id')) }} <> '' then {{ tieout.field('node', 'account_id') }} end
      as account_id,
    nullif({{ tieout.trimmed(tieout.field('node', 'value')) }}, '') as amount_text,
    nullif({{ tieout.trimmed(tieout.field('node', 'tieout_own')) }}, '') as own_text,
    coalesce(
      {{ tieout.field('node', 'currency') }}, {{ tieout.field('node', 'currency_code') }}, {{ tieout.field('node', 'currencyCode') }}
    ) as line_currency,
    {{ tieout.is_no_list('node', 'items') }} as items_no_list,
    {{ tieout.list_field('node', 'items') }} as items,
    {{ tieout.beside('node', ['name', 'account_id', 'value', 'items', 'currency', 'currency_code', 'currencyCode', 'tieout_own', 'tieout_section', 'tieout_key', 'tieout_bare']) }}
      as extra
  from node
),
-- What stands in a list of items and is no object.
with_item as (
  select statement_id, line_id, items from read where items is not null
),
listed as (
  {{ tieout.each_item('with_item', 'items') }}
),
counted as (
  select
    statement_id,
    line_id,
    sum(case when is_object then 1 else 0 end) as objects,
    sum(case when is_object then 0 else 1 end) as strays
  from listed
  group by statement_id, line_id
)
select
  r.statement_id,
  r.root_order,
  r.section_key,
  r.section,
  r.is_known,
  r.is_bare,
  r.parent_id,
  r.parent_name,
  r.level,
  r.place,
  r.name,
  r.path,
  r.line_id,
  r.account_id,
  r.amount_text,
  r.own_text,
  r.line_currency,
  r.extra,
  coalesce(c.objects, 0) as items_in_file,
  r.items_no_list or coalesce(c.strays, 0) > 0 as items_malformed
from read as r
left join counted as c on c.statement_id = r.statement_id and c.line_id = r.line_id
