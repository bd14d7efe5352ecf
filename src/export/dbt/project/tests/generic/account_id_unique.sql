{# A002; along a chain of lines that stand in each other an id may be repeated on purpose, and is told as a warning. #}
{% test account_id_unique(model, along_chain=false) %}
{{ config(severity='warn' if along_chain else tieout.severity_of('A002'), enabled=tieout.is_on('A002'), meta={'rule': 'A002'}) }}
with counted as (
  select
    l.*,
    row_number() over (
      partition by l.statement_id, l.account_id,
        -- An account may have debits and credits in one trial balance.
        case when s.kind = 'trial-balance' then l.section end
      order by l.line_order
    ) - 1 as alike_before
  from {{ model }} as l
  join {{ ref('stg_statement') }} as s on s.statement_id = l.statement_id
  where l.account_id is not null
),
again as (
  select * from counted where alike_before > 0
),
below as (
  {{ tieout.each_above('again') }}
),
chain as (
  select b.statement_id, b.line_id, count(*) as ancestors
  from below as b
  join counted as a on a.statement_id = b.statement_id and a.place = b.place_above and a.account_id = b.account_id
  group by b.statement_id, b.line_id
),
repeated as (
  select l.*, coalesce(c.ancestors, 0) as ancestors
  from again as l
  left join chain as c on c.statement_id = l.statement_id and c.line_id = l.line_id
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has an account id that stands on a line before: ' || " ~ tieout.quoted('account_id'), reported='amount') }}
from repeated
where {{ '' if along_chain else 'not ' }}(ancestors = alike_before)
{% endtest %}
