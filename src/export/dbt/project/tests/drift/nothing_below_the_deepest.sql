{{ config(enabled=tieout.in_engine(), meta={'rule': 'drift'}) }}
-- Items below the deepest level that is flattened would be lost: raise the variable `spare_levels`. The join keeps the
-- error from stopping what is built on the lines that are there.
select n.statement_id, n.line_id, n.level, n.path, n.items_in_file
from {{ ref('stg_node') }} as n
join {{ ref('checked_line') }} as l on l.statement_id = n.statement_id and l.line_id = n.line_id
where n.level = {{ var('levels') - 1 + var('spare_levels') }} and n.items_in_file > 0
