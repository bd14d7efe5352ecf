-- The table `line` as Tieout made it, with its types.
{%- set text = tieout.text_type() %}
select
  cast(statement_id as bigint) as statement_id,
  cast(line_id as {{ text }}) as line_id,
  coalesce(cast(parent_id as {{ text }}), '') as parent_id,
  cast(parent_name as {{ text }}) as parent_name,
  cast(line_order as integer) as line_order,
  cast(level as integer) as level,
  -- A section may have no name and an empty key, and an empty text is read as nothing.
  coalesce(cast(section as {{ text }}), '') as section,
  coalesce(cast(path as {{ text }}), '') as path,
  cast(name as {{ text }}) as name,
  cast(account_id as {{ text }}) as account_id,
  cast(amount as {{ text }}) as amount_text,
  {{ tieout.amount_of('cast(amount as ' ~ text ~ ')') }} as amount,
  cast(is_account as {{ text }}) = 'true' as is_account,
  {{ tieout.amount_of('cast(calculated as ' ~ text ~ ')') }} as calculated,
  {{ tieout.amount_of('cast(difference as ' ~ text ~ ')') }} as difference,
  cast(status as {{ text }}) as status
from {{ tieout.shipped('line') }}
