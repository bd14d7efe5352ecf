-- What can be added up: the accounts, and what is posted to a group itself beside its items.
with posting as (
  select
    *,
    not is_account as is_own,
    case when is_account then parent_id else line_id end as category_key,
    case when is_account then amount else own_amount end as posted,
    case when is_account then amount_text else own_text end as posted_text
  from {{ ref('stg_line') }}
  where is_account or own_text is not null
)
select
  s.statement_id,
  s.statement_key,
  s.repetition,
  s.entity_key,
  s.period_key,
  s.as_of_day,
  s.currency,
  s.file_name,
  s.loaded_at,
  p.line_id,
  p.line_order,
  p.category_key,
  p.account_id,
  p.name,
  p.section,
  p.level,
  p.path,
  p.is_own as is_group,
  p.posted as amount,
  p.posted_text as amount_written,
  case
    when p.account_id is null then {{ tieout.key_of(['s.entity_key', "'/line/'", 'p.line_id']) }}
    else {{ tieout.key_of(['s.entity_key', "'/id/'", 'p.account_id', "'#'",
      "cast(row_number() over (partition by p.statement_id, p.account_id order by p.line_id) as " ~ tieout.text_type() ~ ")"]) }}
  end as account_key
from posting as p
join {{ ref('stg_statement') }} as s on s.statement_id = p.statement_id
