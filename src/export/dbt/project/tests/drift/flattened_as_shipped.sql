{{ config(enabled=tieout.in_engine(), meta={'rule': 'flattening'}) }}
-- What the engine made of the shipped files is what Tieout made of them, row for row.
{%- set columns = ['statement_id', 'line_id', 'parent_id', 'line_order', 'level', 'section', 'path', 'parent_name', 'name',
  'account_id', 'amount', 'is_account', 'calculated', 'difference', 'status'] %}
{#- What does not fit the column of money whole is compared with nothing. #}
{%- set compared = 'case when difference is not null then status end as status' %}
with made as (
  select l.*
  from {{ ref('stg_line') }} as l
  join {{ ref('stg_statement') }} as s on s.statement_id = l.statement_id
  where {{ tieout.is_shipped('s.file_name') }}
),
here as (
  select {{ columns | join(', ') | replace('parent_id', "coalesce(parent_id, '') as parent_id") | replace('status', compared) }} from made
),
shipped as (
  select {{ columns | join(', ') | replace('status', compared) }} from {{ ref('stg_shipped_line') }}
),
missing as (
  select * from shipped except select * from here
),
surplus as (
  select * from here except select * from shipped
)
select 'missing' as fault, missing.* from missing
union all
select 'surplus' as fault, surplus.* from surplus
