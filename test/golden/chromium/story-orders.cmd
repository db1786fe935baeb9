curl -L --data-urlencode ^"name=^<name^>^" --data-urlencode ^"password=^<password^>^" http://shop.test:8301/v1/orders
