{{ config(enabled=tieout.in_engine()) }}

with document as (
  {{ tieout.documents() }}
)
select
  *,
  -- The files that came with the project keep their numbers, whatever is added to them.
  row_number() over (
    order by case when {{ tieout.is_shipped('file_name') }} then 0 else 1 end, file_name, nth
  ) as document_order
from document
