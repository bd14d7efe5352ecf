{{ config(
  materialized='incremental',
  unique_key=tieout.replaced_together(),
  incremental_strategy=tieout.replacing(),
  partition_by='period_key' if target.type in ['spark', 'glue'] else none,
  partitioned_by=['period_key'] if target.type == 'athena' else none,
  on_schema_change='append_new_columns'
) }}

-- One row an account and statement. What has come anew replaces all of its entity and period, so that a corrected file
-- takes away what it no longer has; where the engine can only merge, row by row, that stays.
with posting as (
  select * from {{ ref('stg_posting') }}
  {% if is_incremental() %}
  where entity_key || period_key in (
    select p.entity_key || p.period_key
    from {{ ref('stg_posting') }} as p
    left join {{ this }} as f
      on f.statement_id = p.statement_id and f.account_key = p.account_key and f.loaded_at = p.loaded_at
    where f.account_key is null
  )
  {% endif %}
)
select
  {{ tieout.key_of(['statement_key', "'#'", "cast(repetition as " ~ tieout.text_type() ~ ")", "'/'", 'account_key']) }}
    as balance_key,
  statement_id,
  entity_key,
  account_key,
  category_key,
  line_id,
  currency,
  amount,
  amount_written,
  loaded_at,
  period_key
from posting
