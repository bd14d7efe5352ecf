{{ config(enabled=tieout.in_engine()) }}

-- One row a field around the sections, those of an envelope after the statement's own.
with document as (
  select * from {{ ref('stg_document') }} where is_object
),
document_field as (
  {{ tieout.each_field('document', 'document') }}
),
list as (
  select document_order, file_name, loaded_at, value as statements
  from document_field
  where field = 'balance_sheets' and shape = 'list'
),
listed as (
  {{ tieout.each_item('list', 'statements') }}
),
candidate as (
  select document_order, file_name, loaded_at, 0 as item_order, document as statement from document
  union all
  select document_order, file_name, loaded_at, item_order + 1, item from listed where is_object
),
field as (
  {{ tieout.each_field('candidate', 'statement') }}
),
statement as (
  select document_order, item_order
  from field
  where lower(field) in ('assets', 'liabilities', 'equity') or field = 'tieout_sections'
  group by document_order, item_order
),
numbered as (
  select *, cast(row_number() over (order by document_order, item_order) as bigint) as statement_id from statement
),
together as (
  select n.statement_id, n.document_order, f.file_name, f.loaded_at, false as is_envelope, f.field, f.field_order, f.value, f.shape
  from numbered as n
  join field as f on f.document_order = n.document_order and f.item_order = n.item_order
  union all
  select n.statement_id, n.document_order, f.file_name, f.loaded_at, true, f.field, f.field_order, f.value, f.shape
  from numbered as n
  join document_field as f on f.document_order = n.document_order
  where n.item_order > 0 and f.field <> 'balance_sheets'
)
select
  *,
  {{ tieout.header_role("lower(" ~ tieout.replaced('field', '[^A-Za-z0-9]', '') ~ ")") }} as role
from together
