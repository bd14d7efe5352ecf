{% if tieout.in_engine() %}
with node as (
  select
    *,
    {{ tieout.amount_of('amount_text') }} as amount,
    {{ tieout.amount_of('own_text') }} as own_amount
  from {{ ref('stg_node') }}
),
-- An unknown object beside the sections is one if there are lines with amounts in it.
kept as (
  select
    *,
    max(case when level > 0 then 1 else 0 end) over (partition by statement_id, root_order) as has_items,
    max(case when amount is not null then 1 else 0 end) over (partition by statement_id, root_order) as has_amounts
  from node
),
line as (
  select * from kept where is_known or (has_items = 1 and has_amounts = 1)
),
{% else %}
with line as (
  select * from {{ ref('stg_loaded_line') }}
),
{% endif %}
item as (
  select
    statement_id,
    parent_id,
    count(*) as items,
    count(amount) as with_amount,
    sum(amount) as amount
  from line
  where level > 0
  group by statement_id, parent_id
),
-- The decimals a statement is rounded to: the most that two amounts have, residues of floating point left out.
written as (
  select
    statement_id,
    {{ tieout.decimals_of('amount_text') }} as decimals,
    case when {{ tieout.is_residue('amount_text') }} then 1 else 0 end as residue,
    count(*) as amounts
  from line
  where amount is not null
  group by 1, 2, 3
),
rounded as (
  select
    statement_id,
    coalesce(
      max(case when residue = 0 and amounts > 1 then decimals end),
      max(case when residue = 0 then decimals end),
      max(case when amounts > 1 then decimals end),
      max(decimals)
    ) as decimals
  from written
  group by statement_id
),
compared as (
  select
    l.*,
    coalesce(i.items, 0) as items,
    coalesce(i.items, 0) > 0 as is_group,
    (coalesce(i.items, 0) > 0 or l.items_malformed) and not l.is_bare as is_compared,
    coalesce(r.decimals, 0) as decimals,
    coalesce(i.with_amount, 0) + case when l.own_amount is null then 0 else 1 end as addends,
    case
      when coalesce(i.items, 0) = coalesce(i.with_amount, 0) and not l.items_malformed
      then cast(coalesce(i.amount, 0) + coalesce(l.own_amount, 0) as {{ tieout.money() }})
    end as calculated
  from line as l
  left join item as i on i.statement_id = l.statement_id and i.parent_id = l.line_id
  left join rounded as r on r.statement_id = l.statement_id
),
measured as (
  select
    statement_id,
    line_id,
    nullif(parent_id, '') as parent_id,
    row_number() over (partition by statement_id order by place) as line_order,
    level,
    section,
    path,
    case when level > 0 then nullif(parent_name, '') end as parent_name,
    nullif(name, '') as name,
    account_id,
    amount_text,
    amount,
    own_text,
    own_amount,
    level > 0 and not is_group and not items_malformed as is_account,
    is_group,
    is_compared,
    items,
    addends,
    calculated as items_amount,
    case when is_compared then calculated end as calculated,
    case when is_compared then cast(amount - calculated as {{ tieout.money() }}) end as difference,
    decimals,
    is_bare,
    items_malformed,
    place,
    line_currency,
    extra,
    section_key
  from compared
)
select
  *,
  case when is_compared then {{ tieout.outcome('difference', 'addends', 'decimals') }} end as status
from measured
