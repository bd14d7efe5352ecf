{# S001 #}
{% test sections_present(model) %}
{{ config(severity=tieout.severity_of('S001'), enabled=tieout.is_on('S001'), meta={'rule': 'S001'}) }}
with section as (
  select statement_id,
    max(case when section = 'assets' then 1 else 0 end) as assets,
    max(case when section = 'liabilities' then 1 else 0 end) as liabilities,
    max(case when section = 'equity' then 1 else 0 end) as equity,
    max(case when section = 'debits' then 1 else 0 end) as debits,
    max(case when section = 'credits' then 1 else 0 end) as credits
  from {{ ref('stg_line') }}
  where level = 0
  group by statement_id
),
statement as (
  select s.*, x.assets, x.liabilities, x.equity, x.debits, x.credits
  from {{ model }} as s
  left join section as x on x.statement_id = s.statement_id
)
select {{ tieout.failing_statement("'a section is missing, so the equation cannot be checked'") }}
from statement
where (kind = 'balance-sheet' and coalesce(assets + liabilities + equity, 0) < 3)
  or (kind = 'trial-balance' and coalesce(debits + credits, 0) < 2)
{% endtest %}
