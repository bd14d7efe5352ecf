{# S005 #}
{% test sibling_unique(model) %}
{{ config(severity=tieout.severity_of('S005'), enabled=tieout.is_on('S005'), meta={'rule': 'S005'}) }}
with sibling as (
  select
    *,
    row_number() over (partition by statement_id, parent_id, name order by line_order) as nth,
    row_number() over (partition by statement_id, parent_id, name, account_id order by line_order) as nth_of_id,
    sum(case when account_id is null then 1 else 0 end) over (
      partition by statement_id, parent_id, name order by line_order rows between unbounded preceding and 1 preceding
    ) as without_id
  from {{ model }}
  where level > 0 and {{ tieout.trimmed('name') }} <> ''
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' stands in ' || " ~ tieout.quoted('parent_name') ~ " || ' again'", reported='amount') }}
from sibling
where nth > 1 and (account_id is null or nth_of_id > 1 or without_id > 0)
{% endtest %}
