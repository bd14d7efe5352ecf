{# A002 #}
{% test account_id_unique_along_chain(model) %}
{{ config(severity=tieout.severity_of('A002'), enabled=tieout.is_on('A002'), meta={'rule': 'A002'}) }}
with pair as (
  select
    b.statement_id,
    b.line_id,
    count(*) as alike_before,
    sum(case when substr(b.place, 1, length(a.place)) = a.place then 1 else 0 end) as ancestors
  from {{ model }} as a
  join {{ model }} as b
    on b.statement_id = a.statement_id and b.account_id = a.account_id and b.line_order > a.line_order
  join {{ ref('stg_statement') }} as s on s.statement_id = b.statement_id
  -- An account may have debits and credits in one trial balance.
  where s.kind <> 'trial-balance' or a.section = b.section
  group by b.statement_id, b.line_id
),
repeated as (
  select l.*, p.alike_before, p.ancestors
  from pair as p
  join {{ model }} as l on l.statement_id = p.statement_id and l.line_id = p.line_id
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has an account id that stands on a line before: ' || " ~ tieout.quoted('account_id'), reported='amount') }}
from repeated
where ancestors = alike_before
{% endtest %}
