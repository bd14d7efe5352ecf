{# The balances of all accounts in a section. #}
{% macro area(section) %}
select
  f.balance_key,
  e.entity,
  p.as_of,
  f.currency,
  a.account_id,
  a.name,
  a.path,
  f.amount
from {{ ref('fact_balance') }} as f
join {{ ref('dim_account') }} as a on a.account_key = f.account_key
join {{ ref('dim_entity') }} as e on e.entity_key = f.entity_key
join {{ ref('dim_period') }} as p on p.period_key = f.period_key
where a.section = '{{ section }}'
{% endmacro %}
