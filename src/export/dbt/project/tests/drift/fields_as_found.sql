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
)
select f.field, min(f.statement_id) as first_statement_id, min(f.line_id) as line_id, count(*) as times
from field as f
left join {{ tieout.shipped('known') }} as k on k.kind = 'field' and k.name = f.field
where k.name is null
group by f.field
