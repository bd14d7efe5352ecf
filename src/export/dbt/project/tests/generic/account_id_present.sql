{# A001 #}
{% test account_id_present(model) %}
{{ config(severity=tieout.severity_of('A001'), enabled=tieout.is_on('A001'), meta={'rule': 'A001'}) }}
with told_by_id as (
  select statement_id from {{ ref('stg_line') }} where account_id is not null group by statement_id
),
account as (
  select
    l.*,
    case when t.statement_id is null then 0 else 1 end as any_id,
    row_number() over (partition by l.statement_id order by l.line_order) as nth
  from {{ model }} as l
  left join told_by_id as t on t.statement_id = l.statement_id
)
-- Where no line has an id, be it a group, the statement is told once.
select {{ tieout.failing(
  "case when any_id = 1 then " ~ tieout.quoted('name') ~ " || ' has no account id' else 'no account has an account id' end",
  reported='amount') }}
from account
where account_id is null and (any_id = 1 or nth = 1)
{% endtest %}
