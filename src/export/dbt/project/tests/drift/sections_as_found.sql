{{ config(severity='warn', meta={'rule': 'drift'}) }}
-- Sections that no file had when the project was made.
select l.section, min(l.statement_id) as first_statement_id, count(*) as times
from {{ ref('stg_line') }} as l
left join (select distinct section from {{ ref('stg_shipped_line') }}) as k on k.section = l.section
where l.level = 0 and k.section is null
group by l.section
