select
  period_key,
  max(as_of) as as_of,
  max(as_of_day) as as_of_day,
  max(period_start) as start_day,
  cast(extract(year from max(as_of_day)) as bigint) as year,
  cast(extract(quarter from max(as_of_day)) as bigint) as quarter,
  cast(extract(month from max(as_of_day)) as bigint) as month
from {{ ref('stg_statement') }}
group by period_key
