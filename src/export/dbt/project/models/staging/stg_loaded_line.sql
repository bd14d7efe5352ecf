{{ config(enabled=not tieout.in_engine()) }}
{%- set text = tieout.text_type() %}
{%- set order = "lpad(cast(l.line_order as " ~ text ~ "), 8, '0')" %}

-- The lines for engines that do not flatten: those that were shipped, with their places in the tree and what is posted to
-- groups themselves.
with line as (
  select * from {{ ref('stg_shipped_line') }}
),
place_0 as {{ tieout.once() }} (
  select l.statement_id, l.line_id, {{ order }} as place from line as l where l.level = 0
),
{% for level in range(1, var('levels')) %}
place_{{ level }} as {{ tieout.once() }} (
  select l.statement_id, l.line_id, p.place || {{ order }} as place
  from line as l
  join place_{{ level - 1 }} as p on p.statement_id = l.statement_id and p.line_id = l.parent_id
  where l.level = {{ level }}
),
{% endfor %}
placed as (
  {% for level in range(0, var('levels')) %}
  select * from place_{{ level }}
  {% if not loop.last %}union all{% endif %}
  {% endfor %}
),
posted as (
  select
    cast(statement_id as bigint) as statement_id,
    cast(line_id as {{ text }}) as line_id,
    cast(is_own as {{ text }}) = 'true' as is_own,
    cast(amount_written as {{ text }}) as amount_written
  from {{ tieout.shipped('account_line') }}
)
select
  l.statement_id,
  l.line_id,
  l.parent_id,
  l.parent_name,
  l.line_order,
  coalesce(p.place, {{ order }}) as place,
  l.level,
  l.section,
  l.path,
  l.name,
  l.account_id,
  case when l.amount_text is null and not o.is_own then o.amount_written else l.amount_text end as amount_text,
  l.amount,
  case when o.is_own then o.amount_written end as own_text,
  case when o.is_own then {{ tieout.amount_of('o.amount_written') }} end as own_amount,
  cast(null as {{ text }}) as line_currency,
  cast(null as {{ text }}) as extra,
  l.section as section_key,
  l.level = 0 and l.status is null as is_bare,
  false as items_malformed
from line as l
left join placed as p on p.statement_id = l.statement_id and p.line_id = l.line_id
left join posted as o on o.statement_id = l.statement_id and o.line_id = l.line_id
