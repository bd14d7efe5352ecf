-- How liabilities and equity are stated, a row a statement.
with section as (
  select
    s.statement_id,
    s.kind,
    max(case when l.section = 'assets' and l.level = 0 then l.amount end) as assets,
    max(case when l.section = 'liabilities' and l.level = 0 then l.amount end) as liabilities,
    max(case when l.section = 'equity' and l.level = 0 then l.amount end) as equity,
    sum(case
      when l.section in ('liabilities', 'equity') and l.is_account and l.amount < 0 then -1
      when l.section in ('liabilities', 'equity') and l.is_account and l.amount > 0 then 1
      else 0
    end) as leaning
  from {{ ref('stg_statement') }} as s
  left join {{ ref('stg_line') }} as l on l.statement_id = s.statement_id
  group by s.statement_id, s.kind
),
summed as (
  select
    *,
    cast(assets - (liabilities + equity) as {{ tieout.money() }}) as usual,
    cast(assets + liabilities + equity as {{ tieout.money() }}) as turned
  from section
),
told as (
  select
    *,
    -- Some ledgers state what is owed as negative: the three sections then add up to nothing.
    case
      when kind = 'balance-sheet' and assets > 0 and liabilities <> 0 and equity <> 0 and (
        (turned = 0 and usual <> 0) or (liabilities < 0 and equity < 0 and abs(turned) < abs(usual))
      ) then 1
      else 0
    end as credits_negative
  from summed
)
select
  statement_id,
  credits_negative,
  case
    when credits_negative = 1 or (assets > 0 and liabilities < 0 and equity < 0 and leaning < 0) then 1
    else 0
  end as is_reversed
from told
