-- The sections and groups, each as the latest statement that has it describes it.
with described as (
  select
    l.*,
    row_number() over (
      partition by l.line_id
      order by case when s.as_of_day is null then 1 else 0 end, s.as_of_day desc, l.statement_id desc
    ) as choice
  from {{ ref('stg_line') }} as l
  join {{ ref('stg_statement') }} as s on s.statement_id = l.statement_id
  where not l.is_account
)
select line_id as category_key, parent_id as parent_key, cast(level as bigint) as level, section, name, path
from described
where choice = 1
