-- Every comparison of a reported amount with a calculated one: totals, the equation, totals stated beside the tree.
{%- set money = tieout.money() %}
with section as (
  select
    statement_id,
    section,
    count(*) as sections,
    max(decimals) as decimals,
    max(case when is_bare then items_amount else amount end) as amount
  from {{ ref('stg_line') }}
  where level = 0
  group by statement_id, section
),
side as (
  select
    s.statement_id,
    s.kind,
    max(x.decimals) as decimals,
    max(case when x.section = 'assets' and x.sections = 1 then x.amount end) as assets,
    max(case when x.section = 'liabilities' and x.sections = 1 then x.amount end) as liabilities,
    max(case when x.section = 'equity' and x.sections = 1 then x.amount end) as equity,
    max(case when x.section = 'debits' and x.sections = 1 then x.amount end) as debits,
    max(case when x.section = 'credits' and x.sections = 1 then x.amount end) as credits
  from {{ ref('stg_statement') }} as s
  left join section as x on x.statement_id = s.statement_id
  group by s.statement_id, s.kind
),
signed as (
  select
    x.*,
    cast(x.liabilities + x.equity as {{ money }}) as claims,
    case when n.credits_negative = 1 then -1 else 1 end as owed
  from side as x
  join {{ ref('statement_sign') }} as n on n.statement_id = x.statement_id
),
equation as (
  select
    'T002' as rule,
    statement_id,
    cast(null as {{ tieout.text_type() }}) as line_id,
    'assets = liabilities + equity' as path,
    case kind when 'trial-balance' then debits when 'balance-sheet' then assets end as reported,
    cast(case kind when 'trial-balance' then credits when 'balance-sheet' then claims * owed end as {{ money }}) as calculated,
    case kind when 'trial-balance' then 1 else 2 end as addends,
    coalesce(decimals, 0) as decimals
  from signed
),
{% if tieout.in_engine() %}
stated as (
  select
    'T004' as rule,
    h.statement_id,
    cast(null as {{ tieout.text_type() }}) as line_id,
    h.field as path,
    {{ tieout.amount_of(tieout.trimmed('h.value')) }} as reported,
    cast(case h.role
      when 'total_assets' then s.assets
      when 'total_liabilities' then s.liabilities
      when 'total_equity' then s.equity
      when 'net_assets' then s.assets - s.liabilities * s.owed
      else s.claims
    end as {{ money }}) as calculated,
    case when h.role in ('net_assets', 'total_claims') then 2 else 1 end as addends,
    coalesce(s.decimals, 0) as decimals
  from {{ ref('stg_header') }} as h
  join signed as s on s.statement_id = h.statement_id
  where h.shape = 'value' and not h.is_envelope and {{ tieout.trimmed('h.value') }} <> ''
    and h.role in ('total_assets', 'total_liabilities', 'total_equity', 'net_assets', 'total_claims')
),
{% endif %}
beside as (
  select * from equation
  {% if tieout.in_engine() %}
  union all
  select * from stated
  {% endif %}
),
measured as (
  select *, cast(reported - calculated as {{ money }}) as difference from beside
)
select 'T001' as rule, statement_id, line_id, path, amount as reported, calculated, difference, status
from {{ ref('stg_line') }}
where is_compared
union all
select rule, statement_id, line_id, path, reported, calculated, difference,
  {{ tieout.outcome('difference', 'addends', 'decimals') }}
from measured
