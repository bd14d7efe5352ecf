{{ config(enabled=tieout.in_engine(), severity='warn', meta={'rule': 'drift'}) }}
-- Fields that no file had when the project was made. What stands in them is kept as JSON in the columns `extra`.
with extra as (
  select statement_id, cast(null as {{ tieout.text_type() }}) as line_id, extra
  from {{ ref('stg_statement') }} where extra is not null
  union all
  select statement_id, line_id, extra from {{ ref('stg_line') }} where extra is not null
),
field as (
  {{ tieout.each_field('extra', 'extra') }}
),
met as (
  select
    f.field,
    f.statement_id,
    f.line_id,
    case when {{ tieout.is_shipped('s.file_name') }} then 1 else 0 end as is_shipped
  from field as f
  join {{ ref('stg_statement') }} as s on s.statement_id = f.statement_id
),
-- Files that came rewritten have their fields here alone; an empty text is read as nothing.
known as (
  select coalesce(name, '') as field from {{ tieout.shipped('known') }} where kind = 'field'
  union
  select field from met where is_shipped = 1
)
select m.field, min(m.statement_id) as first_statement_id, min(m.line_id) as line_id, count(*) as times
from met as m
left join known as k on k.field = m.field
where k.field is null
group by m.field
