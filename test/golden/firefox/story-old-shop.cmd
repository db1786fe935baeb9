curl http://other.test:8301/old-shop
