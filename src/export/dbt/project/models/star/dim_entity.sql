select entity_key, max(entity) as entity
from {{ ref('stg_statement') }}
group by entity_key
