{{ config(enabled=tieout.in_engine(), meta={'rule': 'flattening'}) }}
-- The keys of the star are those of the shipped one, and every balance is the same.
{%- set text = tieout.text_type() %}
with here as (
  select p.balance_key, p.entity_key, p.period_key, p.account_key, p.category_key, p.line_id, p.amount
  from {{ ref('fact_balance') }} as p
  join {{ ref('stg_statement') }} as s on s.statement_id = p.statement_id
  where {{ tieout.is_shipped('s.file_name') }}
),
shipped as (
  select
    cast(balance_key as {{ text }}) as balance_key,
    cast(entity_key as {{ text }}) as entity_key,
    cast(period_key as {{ text }}) as period_key,
    cast(account_key as {{ text }}) as account_key,
    cast(category_key as {{ text }}) as category_key,
    cast(line_id as {{ text }}) as line_id,
    {{ tieout.amount_of('cast(amount as ' ~ text ~ ')') }} as amount
  from {{ tieout.shipped('fact_balance') }}
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
