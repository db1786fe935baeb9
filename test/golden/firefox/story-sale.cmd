curl -L http://shop.test:8301/sale
