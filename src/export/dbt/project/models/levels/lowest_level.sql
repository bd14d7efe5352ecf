select * from {{ ref('stg_line') }} where is_account
