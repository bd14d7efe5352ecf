-- Whatever lies below the levels that were found when the project was made.
select * from {{ ref('stg_line') }} where level >= {{ var('levels') }}
