{% if tieout.in_engine() %}
with section as (
  select distinct statement_id, section_key from {{ ref('stg_line') }} where level = 0
),
header as (
  select h.*, s.section_key is not null as is_section
  from {{ ref('stg_header') }} as h
  left join section as s on s.statement_id = h.statement_id and s.section_key = h.field and h.shape = 'object'
),
stated as (
  select
    *,
    row_number() over (
      partition by statement_id, role
      -- Of one thing said twice the last is taken, of several dates the first; what an envelope says comes last.
      order by
        case when is_envelope then 1 else 0 end,
        case when role in ('as_of', 'start', 'recorded') then field_order else -field_order end
    ) as choice
  from header
  where role is not null and shape = 'value' and {{ tieout.trimmed('value') }} <> ''
    and not (is_envelope and role not in ('entity', 'currency', 'as_of', 'start', 'recorded'))
),
named as (
  select
    statement_id,
    max(case when role = 'entity' and choice = 1 then value end) as entity,
    max(case when role = 'currency' and choice = 1 then value end) as currency,
    max(case when role = 'as_of' and choice = 1 then value end) as as_of_text,
    max(case when role = 'start' and choice = 1 then value end) as start_text,
    max(case when role = 'title' and choice = 1 then value end) as title,
    max(case when role = 'kind' and choice = 1 then value end) as kind,
    max(case when role in ('as_of', 'recorded') then {{ tieout.day_of('value') }} end) as newest_day
  from stated
  group by statement_id
),
currency_named as (
  select statement_id, upper({{ tieout.trimmed('value') }}) as currency from stated where role in ('currency', 'currency_beside')
  union
  select statement_id, upper({{ tieout.trimmed('line_currency') }}) from {{ ref('stg_node') }} where {{ tieout.trimmed('line_currency') }} <> ''
),
currencies as (
  select statement_id, count(*) as currencies from currency_named group by statement_id
),
told as (
  select
    statement_id,
    min(file_name) as file_name,
    min(loaded_at) as loaded_at,
    sum(case when role in ('as_of', 'recorded') and shape <> 'null' and {{ tieout.trimmed('value') }} <> '' then 1 else 0 end) as dates,
    sum(case
      when role in ('as_of', 'recorded', 'start') and shape <> 'null' and {{ tieout.trimmed('value') }} <> ''
        and ({{ tieout.day_of('value') }}) is null then 1
      else 0
    end) as odd_dates,
    {{ tieout.object_of('field', 'value', 'field_order',
        "role is null and not is_envelope and not is_section and field not in ('platform_data', 'metadata', 'connection', 'tieout_sections', 'balance_sheets') and lower(field) not in ('assets', 'liabilities', 'equity')") }}
      as extra
  from header
  group by statement_id
),
dated as (
  select
    t.*,
    n.entity,
    n.currency,
    {{ tieout.day_of('n.as_of_text') }} as as_of_day,
    n.as_of_text,
    {{ tieout.day_of('n.start_text') }} as start_day,
    n.title,
    coalesce(n.kind, 'balance-sheet') as kind,
    n.newest_day,
    coalesce(c.currencies, 0) as currencies
  from told as t
  left join currencies as c on c.statement_id = t.statement_id
  left join named as n on n.statement_id = t.statement_id
),
known as (
  select
    *,
    coalesce(cast(as_of_day as {{ tieout.text_type() }}), as_of_text) as as_of,
    case when kind in ('profit-and-loss', 'other') then start_day end as period_start
  from dated
),
keyed as (
  select
    *,
    {{ tieout.key_of(["coalesce(entity, '')"]) }} as entity_key,
    {{ tieout.key_of(["coalesce(cast(period_start as " ~ tieout.text_type() ~ "), '')", "'/'", "coalesce(as_of, '')"]) }} as period_key,
    {{ tieout.key_of(["coalesce(currency, '')"]) }} as currency_key
  from known
),
whole as (
  select
    *,
    {{ tieout.key_of(['entity_key', "'/'", 'period_key', "'/'", 'kind', "'/'", 'currency_key', "'/'", "coalesce(title, '')"]) }} as statement_key
  from keyed
)
select
  *,
  row_number() over (partition by statement_key order by statement_id) as repetition
from whole
{% else %}
{%- set text = tieout.text_type() %}
select
  cast(statement_id as bigint) as statement_id,
  cast(file as {{ text }}) as file_name,
  cast(null as {{ tieout.moment_type() }}) as loaded_at,
  case when as_of is null then 0 else 1 end as dates,
  case when as_of is not null and as_of_day is null then 1 else 0 end as odd_dates,
  cast(null as {{ text }}) as extra,
  cast(entity as {{ text }}) as entity,
  cast(currency as {{ text }}) as currency,
  cast(as_of_day as date) as as_of_day,
  cast(as_of as {{ text }}) as as_of_text,
  cast(null as date) as start_day,
  cast(title as {{ text }}) as title,
  cast(kind as {{ text }}) as kind,
  cast(as_of_day as date) as newest_day,
  case when currency is null then 0 else 1 end as currencies,
  cast(as_of as {{ text }}) as as_of,
  cast(null as date) as period_start,
  cast(entity_key as {{ text }}) as entity_key,
  cast(period_key as {{ text }}) as period_key,
  cast('' as {{ text }}) as currency_key,
  cast(statement_key as {{ text }}) as statement_key,
  cast(repetition as bigint) as repetition
from {{ tieout.shipped('statement') }}
{% endif %}
