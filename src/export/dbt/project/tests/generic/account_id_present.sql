{# A001 #}
{% test account_id_present(model) %}
{{ config(severity=tieout.severity_of('A001'), enabled=tieout.is_on('A001'), meta={'rule': 'A001'}) }}
with account as (
  select
    *,
    max(case when account_id is null then 0 else 1 end) over (partition by statement_id) as any_id,
    row_number() over (partition by statement_id order by line_order) as nth
  from {{ model }}
)
-- Where no line has an id, the statement is told once.
select {{ tieout.failing(
  "case when any_id = 1 then " ~ tieout.quoted('name') ~ " || ' has no account id' else 'no account has an account id' end",
  reported='amount') }}
from account
where account_id is null and (any_id = 1 or nth = 1)
{% endtest %}
