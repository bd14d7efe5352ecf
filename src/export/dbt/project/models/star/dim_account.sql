-- The accounts of each entity, each as the latest statement that has it describes it.
with described as (
  select
    *,
    min(as_of_day) over (partition by account_key) as first_day,
    row_number() over (
      partition by account_key
      order by case when as_of_day is null then 1 else 0 end, as_of_day desc, statement_id desc, line_order desc
    ) as choice
  from {{ ref('stg_posting') }}
)
select
  account_key,
  entity_key,
  category_key,
  account_id,
  name,
  section,
  cast(level as bigint) as level,
  path,
  line_id,
  is_group,
  first_day,
  as_of_day as last_day
from described
where choice = 1
